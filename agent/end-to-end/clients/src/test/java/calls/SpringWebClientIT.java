package calls;

class SpringWebClientIT extends ClientContract {

  @Override
  String client() {
    return "SpringWebClient";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "NotFound" : "ServiceUnavailable";
  }

  @Override
  String wrapped() {
    return "WebClientRequestException";
  }

  @Override
  boolean letsAnswersGo() {
    return false;
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
