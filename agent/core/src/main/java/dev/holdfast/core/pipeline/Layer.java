package dev.holdfast.core.pipeline;

/** A policy and the ring in which it stands. */
public record Layer(Ring ring, Policy policy) {}
