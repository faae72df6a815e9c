/** Answers that RestTemplate and RestClient return and throw. */
@NullMarked
package dev.holdfast.clients.spring;

import org.jspecify.annotations.NullMarked;
