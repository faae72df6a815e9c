package dev.holdfast.core.policy.idempotent.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements whose order tells nothing: of a set, or the entries of a map. */
record Unordered(List<@Nullable Object> elements) {}
