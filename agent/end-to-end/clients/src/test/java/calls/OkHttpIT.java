package calls;

class OkHttpIT extends ClientContract {

  @Override
  String client() {
    return "OkHttp";
  }
}
