package clients;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body of OkHttp that says that it can be written once. */
final class OneShot extends RequestBody {

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.writeUtf8("{}");
  }
}
