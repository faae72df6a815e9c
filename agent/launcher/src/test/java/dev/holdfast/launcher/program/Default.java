package dev.holdfast.launcher.program;

/** An interface with a body. */
interface Default {

  default String byDefault(String text) {
    return Answering.fail(text + "efault");
  }
}
