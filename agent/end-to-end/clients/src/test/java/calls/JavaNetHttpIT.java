package calls;

class JavaNetHttpIT extends ClientContract {

  @Override
  String client() {
    return "JavaNetHttp";
  }

  @Override
  String bodyOnce() {
    return "no such body";
  }
}
