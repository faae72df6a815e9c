package dev.holdfast.core.store.blocking;

/** One step of a store. */
@FunctionalInterface
interface StoreStep<T> {

  T on(BlockingStore store) throws Exception;
}
