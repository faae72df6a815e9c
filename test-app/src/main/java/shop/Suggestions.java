package shop;

import java.util.List;

/**
 * What else the customer may like.
 *
 * @param titles at least one
 * @param isPersonal whether they were chosen for this customer
 */
public record Suggestions(List<String> titles, boolean isPersonal) {

  /** What everybody likes. */
  public static final Suggestions BESTSELLERS =
      new Suggestions(List.of("Blue teapot", "Garden gnome"), false);

  public Suggestions {
    titles = List.copyOf(titles);
  }
}
