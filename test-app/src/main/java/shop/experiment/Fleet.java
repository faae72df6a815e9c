package shop.experiment;

import java.nio.file.Path;
import java.util.UUID;

/**
 * The instances of a shop that is too large for one JVM.
 *
 * @param size how many there are
 * @param store the URL of what they share; it may hold a password
 * @param agent under which they run
 * @param day no other day's; orders have the same ids every day, and the store remembers them
 */
record Fleet(int size, String store, Path agent, UUID day) {}
