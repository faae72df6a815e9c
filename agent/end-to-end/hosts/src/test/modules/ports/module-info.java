/** The annotated interface, in a module of its own. */
module ports {
  requires static dev.holdfast;

  exports ports;
}
