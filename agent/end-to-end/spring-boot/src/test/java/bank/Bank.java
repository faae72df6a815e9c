package bank;

import bank.Database.Transactions;
import bank.Program.Answer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** The program on a PostgreSQL that can tell what happened in it. */
record Bank(Database database, Program program, AtomicLong told) implements AutoCloseable {

  static Bank open() throws IOException, InterruptedException, SQLException {
    Database database = Database.start();
    return new Bank(database, Program.start(database.url()), new AtomicLong());
  }

  /** Asks as the clerk, who may do everything. */
  Answer post(String path) throws IOException, InterruptedException {
    return program.post(path);
  }

  /** Asks as the clerk, who may do everything. */
  Answer get(String path) throws IOException, InterruptedException {
    return program.get(path);
  }

  /** Asks as a customer, who may not do everything. */
  Answer postAsCustomer(String path) throws IOException, InterruptedException {
    return program.postAsCustomer(path);
  }

  /** The transactions that ended so far, without those in which the pool tells what it did. */
  Transactions transactions() throws IOException, InterruptedException, SQLException {
    long all = told.addAndGet(Long.parseLong(post("/statistics").body()));
    return database.transactions().since(new Transactions(all, 0));
  }

  @Override
  public void close() throws IOException {
    program.close();
    database.close();
  }
}
