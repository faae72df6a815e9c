package shop;

import java.net.URI;

/**
 * Where the services are, each without a path.
 *
 * @param payment the payment provider
 * @param recommendations the recommendation service
 * @param stock the stock service
 */
public record ServiceAddresses(URI payment, URI recommendations, URI stock) {}
