/**
 * The shop, as its owner wrote it: {@link shop.Checkout} asks three services through one client
 * each. The annotations of Holdfast are all it knows of Holdfast; it needs none of its classes to
 * run.
 *
 * <p>What the services do to it is in {@code shop.services}, what is measured in {@code
 * shop.experiment}.
 */
package shop;
