package dev.holdfast.core.config;

/**
 * One value that somebody set, not checked yet.
 *
 * @param key the whole key
 * @param source as messages name it
 */
record Entry(String key, String value, String source) {}
