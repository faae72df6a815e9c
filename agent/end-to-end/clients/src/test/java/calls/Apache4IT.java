package calls;

class Apache4IT extends ClientContract {

  @Override
  String client() {
    return "Apache4";
  }
}
