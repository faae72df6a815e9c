package dev.holdfast.core.call;

/**
 * A first attempt that was made before the stages were entered, and that failed. Stages ask for it
 * where they would have noted something at the attempt's begin.
 *
 * @param failure what the body threw
 * @param begunNanos when the call began, on the coarse clock
 * @param token what {@code Express.enter} gave for it
 */
public record Replay(Throwable failure, long begunNanos, long token) {}
