package calls;

class JavaNetHttpIT extends ClientContract {

  @Override
  String client() {
    return "JavaNetHttp";
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
