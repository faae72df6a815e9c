package calls;

class Apache5IT extends ClientContract {

  @Override
  String client() {
    return "Apache5";
  }
}
