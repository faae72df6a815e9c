package dev.holdfast.campaign.keeper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A field of every kind that can be stored, but for arrays, which have no equals. */
record Everything(
    Scalars scalars,
    Times times,
    TimeUnit constant,
    Optional<String> present,
    Optional<Payment> absent,
    List<Map<String, BigDecimal>> nested,
    Set<Integer> set,
    TreeMap<String, List<Long>> sorted,
    Map<TimeUnit, Payment> byConstant,
    Payment sealed,
    Page<Payment> generic,
    Basket bean) {

  /** A generic type. */
  record Page<T>(List<T> items, Optional<T> next) {}

  static Everything sample() {
    Payment card = new Payment.Card("4711", new BigDecimal("0.10"));
    Payment transfer = new Payment.Transfer(1_999, true);
    Basket basket = new Basket();
    basket.setOwner("J\u00fcrgen");
    basket.setLines(List.of("tea", ""));
    return new Everything(
        Scalars.sample(),
        Times.sample(),
        TimeUnit.DAYS,
        Optional.of(""),
        Optional.empty(),
        List.of(Map.of("a", new BigDecimal("1E+100")), Map.of()),
        Set.of(1, 2, 3),
        new TreeMap<>(Map.of("x", List.of(1L, -1L), "y", List.of())),
        Map.of(TimeUnit.HOURS, transfer),
        new Payment.Split(List.of(card, transfer, new Payment.Split(List.of()))),
        new Page<>(List.of(card), Optional.of(transfer)),
        basket);
  }
}
