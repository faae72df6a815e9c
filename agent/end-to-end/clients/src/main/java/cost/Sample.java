package cost;

import java.util.List;

/**
 * What several measurements tell of one number.
 *
 * @param mean of them
 * @param bound how far from it the number is at most, with a confidence of 95 %, by Student's
 *     distribution
 */
record Sample(double mean, double bound) {

  /** Two-sided quantiles of Student's distribution, for 1, 2, ... degrees of freedom. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086
  };

  /**
   * @throws IllegalArgumentException if there are fewer than two values
   */
  static Sample of(List<Double> values) {
    int count = values.size();
    if (count < 2) {
      throw new IllegalArgumentException("values: " + count + " (expected: >= 2)");
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double error = Math.sqrt(squares / (count - 1) / count);
    return new Sample(mean, error * STUDENT[Math.min(count - 2, STUDENT.length - 1)]);
  }
}
