package dev.holdfast.core.plan;

/**
 * A value somebody chose for an attribute, and where.
 *
 * @param value as in {@link dev.holdfast.core.type.AnnotationModel#values()}, or the text of a key
 */
public record Setting(Object value, Origin origin) {}
