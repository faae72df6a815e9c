/**
 * What is measured: a day of orders against services that misbehave, the table of how it went, and
 * the comparison of a day without the agent and one with it.
 */
package shop.experiment;
