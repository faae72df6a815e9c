package calls;

class RetrofitIT extends ClientContract {

  @Override
  String client() {
    return "Retrofitted";
  }

  @Override
  String thrown(int status) {
    return "HttpException";
  }

  @Override
  boolean speaksHttp2() {
    return true;
  }

  /** OkHttp reads the number itself, and throws; the failure is tried again. */
  @Override
  String beyondNumbers() {
    return "200 done at once";
  }

  @Override
  boolean sendsBodiesOnce() {
    return true;
  }
}
