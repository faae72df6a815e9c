package dev.holdfast.core.pipeline;

/**
 * What a policy has to do for a call whose first attempt succeeds, when that is next to nothing.
 *
 * <p>Where all policies of a method offer it, such calls never enter their stages: no object is
 * made and nothing is boxed. When the first attempt fails, its failure is replayed through the
 * stages as if they had called the body themselves ({@link dev.holdfast.core.call.Replay}).
 */
public interface Express {

  /** The call has to go through the stages. */
  long STAGES = -1;

  /** Of a policy that has nothing to do while a call succeeds. */
  Express NOTHING =
      new Express() {
        @Override
        public long enter() {
          return 0;
        }

        @Override
        public void succeeded(long token) {}
      };

  /**
   * A call begins.
   *
   * @return a token, zero or more, for {@link #succeeded} or for the replay; {@link #STAGES} when
   *     the call has to go through the stages
   */
  long enter();

  /** The call's first attempt has returned. */
  void succeeded(long token);
}
