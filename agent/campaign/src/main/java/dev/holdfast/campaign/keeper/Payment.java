package dev.holdfast.campaign.keeper;

import java.math.BigDecimal;
import java.util.List;

/** A sealed type, whose records contain each other. */
sealed interface Payment {

  record Card(String number, BigDecimal amount) implements Payment {}

  record Transfer(long cents, boolean isInstant) implements Payment {}

  record Split(List<Payment> parts) implements Payment {}
}
