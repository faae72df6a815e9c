package dev.holdfast.clients.okhttp.inside;

import java.util.List;

/**
 * The tag of a request to which we added headers; redirected requests have it too.
 *
 * @param host to which they may go
 * @param headers their names
 */
record Ours(String host, List<String> headers) {

  Ours {
    headers = List.copyOf(headers);
  }
}
