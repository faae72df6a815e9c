-- KEYS[1]; ARGV: fingerprint or -, lease and ttl in ms, whether it takes over (1 or 0), owner.
-- A value is "STATE TOKEN LEASE_ENDS TAKEOVERS FINGERPRINT OWNER\nOUTCOME"; see RedisStore.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local token = time[1] * 1000000 + time[2]
local takeovers = 0
local value = redis.call('GET', KEYS[1])
if value then
  local state, held, ends, lost, print, owner, at =
    string.match(value, '^([FCX]) (%d+) (%d+) (%d+) (%S+) (%S+)\n()')
  if not state then return {'?'} end
  if state == 'F' and owner == ARGV[5] then return {'A', tonumber(held), tonumber(lost)} end
  if print ~= '-' and ARGV[1] ~= '-' and print ~= ARGV[1] then return {'M'} end
  if state ~= 'F' then return {state, string.sub(value, at)} end
  if ends - now > 0 then return {'F', ends - now} end
  if ARGV[4] == '0' then return {'U'} end
  takeovers = lost + 1
  token = math.max(token, held + 1)
end
local row = string.format('F %.0f %.0f %d %s %s\n', token, now + ARGV[2], takeovers, ARGV[1], ARGV[5])
redis.call('SET', KEYS[1], row, 'PX', string.format('%.0f', ARGV[2] + ARGV[3]))
return {'A', token, takeovers}
