/** The application; our annotations are needed to compile it, and not to run it. */
module shop {
  requires static dev.holdfast;
  requires ports;

  exports shop;
}
