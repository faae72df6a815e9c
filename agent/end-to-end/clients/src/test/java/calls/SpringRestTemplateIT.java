package calls;

class SpringRestTemplateIT extends ClientContract {

  @Override
  String client() {
    return "SpringRestTemplate";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "NotFound" : "ServiceUnavailable";
  }

  @Override
  String redirected() {
    return "[/first k]";
  }
}
