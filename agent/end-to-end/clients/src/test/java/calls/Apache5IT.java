package calls;

class Apache5IT extends ClientContract {

  @Override
  String client() {
    return "Apache5";
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
