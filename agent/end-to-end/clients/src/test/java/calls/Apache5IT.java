package calls;

class Apache5IT extends ClientContract {

  @Override
  String client() {
    return "Apache5";
  }

  @Override
  boolean sendsBodiesOnce() {
    return true;
  }

  @Override
  int attemptsWithoutConnection() {
    return 3;
  }

  @Override
  boolean hasTimeoutOfConnections() {
    return true;
  }

  @Override
  boolean changesRequests() {
    return true;
  }
}
