package calls;

class JerseyIT extends ClientContract {

  @Override
  String client() {
    return "Jersey";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "NotFoundException" : "ServiceUnavailableException";
  }

  @Override
  String wrapped() {
    return "ProcessingException";
  }
}
