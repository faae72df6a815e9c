package servers;

/** Says that a server can be asked. */
final class Ready {

  private Ready() {}

  @SuppressWarnings("SystemOut")
  static void at(int port) {
    System.out.println("ready " + port);
  }
}
