package calls;

class HttpUrlConnectionIT extends ClientContract {

  @Override
  String client() {
    return "HttpUrlConnection";
  }

  @Override
  String thrown(int status) {
    return status == 404 ? "FileNotFoundException" : "IOException";
  }

  @Override
  boolean hasTimeoutOfConnections() {
    return true;
  }
}
