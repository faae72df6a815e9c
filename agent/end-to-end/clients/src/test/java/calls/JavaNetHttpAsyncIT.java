package calls;

class JavaNetHttpAsyncIT extends ClientContract {

  @Override
  String client() {
    return "JavaNetHttpAsync";
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
