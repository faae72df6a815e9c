package dev.holdfast.core.policy.fallback.value;

import java.util.AbstractQueue;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A queue that is empty and stays so; {@link Collections} has none. */
final class EmptyDeque extends AbstractQueue<Object> implements Deque<Object> {

  @Override
  public int size() {
    return 0;
  }

  @Override
  public Iterator<Object> iterator() {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<Object> descendingIterator() {
    return Collections.emptyIterator();
  }

  @Override
  public boolean offer(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean offerFirst(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean offerLast(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addFirst(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void addLast(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void push(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object poll() {
    return null;
  }

  @Override
  public @Nullable Object pollFirst() {
    return null;
  }

  @Override
  public @Nullable Object pollLast() {
    return null;
  }

  @Override
  public @Nullable Object peek() {
    return null;
  }

  @Override
  public @Nullable Object peekFirst() {
    return null;
  }

  @Override
  public @Nullable Object peekLast() {
    return null;
  }

  @Override
  public Object getFirst() {
    throw new NoSuchElementException();
  }

  @Override
  public Object getLast() {
    throw new NoSuchElementException();
  }

  @Override
  public Object removeFirst() {
    throw new NoSuchElementException();
  }

  @Override
  public Object removeLast() {
    throw new NoSuchElementException();
  }

  @Override
  public Object pop() {
    throw new NoSuchElementException();
  }

  @Override
  public boolean removeFirstOccurrence(@Nullable Object element) {
    return false;
  }

  @Override
  public boolean removeLastOccurrence(@Nullable Object element) {
    return false;
  }
}
