/**
 * The three services that the shop depends on, in a JVM of their own. They misbehave as real ones
 * do, but by plan: the same seed brings the same trouble upon the same orders, whoever asks.
 */
package shop.services;
