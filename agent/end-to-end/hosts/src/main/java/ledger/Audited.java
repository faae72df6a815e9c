package ledger;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Every run of it, inside of its transaction, is to be counted. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Audited {}
