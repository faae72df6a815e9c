package dev.holdfast.weaving.handler;

import dev.holdfast.core.adapter.AuthorisationWords;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * A method that is, or implements, {@link java.lang.reflect.InvocationHandler#invoke}, as the words
 * in its instructions tell it. Nothing else says what a handler does around its target.
 *
 * @param signature name and descriptor, written together
 * @param beginsTransaction whether it speaks of one, and leaves its target on the calling thread
 * @param mayAuthorise whether it speaks of who may call
 */
record HandlerBody(String signature, boolean beginsTransaction, boolean mayAuthorise) {

  private static final Pattern TRANSACTION =
      Pattern.compile("transaction|commit|rollback", Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_THREADS =
      Pattern.compile(
          "^java/util/concurrent/(\\w*Executor|CompletableFuture|ForkJoin)"
              + "|^java/lang/Thread\\.(start|<init>)");

  /**
   * @param words names of classes, with their packages, and of methods; texts
   * @param own the same without the names of the package and the class around the handler, which
   *     say nothing of this handler
   */
  static HandlerBody of(String signature, Collection<String> words, Collection<String> own) {
    boolean beginsTransaction = anyHas(TRANSACTION, own) && !anyHas(OTHER_THREADS, words);
    return new HandlerBody(
        signature, beginsTransaction, words.stream().anyMatch(AuthorisationWords::areIn));
  }

  private static boolean anyHas(Pattern pattern, Collection<String> words) {
    return words.stream().anyMatch(word -> pattern.matcher(word).find());
  }
}
