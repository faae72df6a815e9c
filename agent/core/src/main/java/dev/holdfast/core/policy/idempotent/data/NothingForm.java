package dev.holdfast.core.policy.idempotent.data;

/** The form of {@code void}, which has no value but null. */
enum NothingForm implements Form {
  INSTANCE;

  @Override
  public Object write(Object value, Budget budget) {
    throw new Unstorable("there is a value where there is none");
  }

  @Override
  public Object read(Object data) {
    throw new Unstorable("there is a value where there is none");
  }
}
