package dev.holdfast.core.pipeline;

import dev.holdfast.core.call.Workers;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.time.Time;

/**
 * What the engine offers to every policy.
 *
 * @param configuration the settings in force when the policy is bound
 */
public record Services(
    Time time,
    Workers workers,
    Events events,
    States states,
    Access access,
    Configuration configuration) {}
