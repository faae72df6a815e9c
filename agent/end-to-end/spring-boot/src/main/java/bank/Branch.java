package bank;

import dev.holdfast.Idempotent;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Takes payments in transactions of a manager of its own. */
public class Branch {

  private final JdbcTemplate database;
  private final AtomicInteger receipts = new AtomicInteger();

  Branch(JdbcTemplate database) {
    this.database = database;
  }

  /** A proxy of it, as Spring makes one where there are several managers. */
  static Branch open(DataSource pool) {
    TransactionManager manager = new JdbcTransactionManager(pool);
    ProxyFactory proxy = new ProxyFactory(new Branch(new JdbcTemplate(pool)));
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        new TransactionInterceptor(manager, new AnnotationTransactionAttributeSource()));
    return (Branch) proxy.getProxy();
  }

  /** Books a payment; the key is not part of the transaction. */
  @Transactional
  @Idempotent(key = "text")
  public String pay(String text) {
    database.update("insert into booking (text) values (?)", text);
    return text + " paid " + receipts.incrementAndGet();
  }
}
