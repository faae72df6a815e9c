package calls;

class SpringRestClientIT extends ClientContract {

  @Override
  String client() {
    return "SpringRestClient";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "NotFound" : "ServiceUnavailable";
  }

  @Override
  boolean speaksHttp2() {
    return true;
  }

  @Override
  int attemptsAboveGoAway() {
    return 1;
  }
}
