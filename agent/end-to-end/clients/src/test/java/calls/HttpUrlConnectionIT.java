package calls;

class HttpUrlConnectionIT extends ClientContract {

  @Override
  String client() {
    return "HttpUrlConnection";
  }

  @Override
  String bodyOnce() {
    return "no such body";
  }
}
