/** The annotations, exceptions and facade of Holdfast, for {@code requires static dev.holdfast}. */
module dev.holdfast {
  exports dev.holdfast;
}
