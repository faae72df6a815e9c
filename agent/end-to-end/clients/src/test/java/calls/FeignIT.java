package calls;

class FeignIT extends ClientContract {

  @Override
  String client() {
    return "Feigned";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "NotFound" : "ServiceUnavailable";
  }

  /** It streams the body, and so follows no redirect of a POST: it fails, and is tried again. */
  @Override
  String redirected() {
    return "[/first k, /first k, /first k]";
  }
}
