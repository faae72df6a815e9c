package calls;

class Apache4IT extends ClientContract {

  @Override
  String client() {
    return "Apache4";
  }

  @Override
  String bodyOnce() {
    return "CallRefusedException, requests 1";
  }

  @Override
  int attemptsWithoutConnection() {
    return 3;
  }
}
