-- KEYS; for each ARGV: token, state (C or X), ttl in ms, outcome. Done twice is as good as done once.
local function settle(key, token, ended, ttl, outcome)
  local value = redis.call('GET', key)
  if not value then return 0 end
  local state, held, print, at = string.match(value, '^([FCX]) (%d+) %d+ %d+ (%S+) %S+\n()')
  if held ~= token then return 0 end
  if state ~= 'F' and (state ~= ended or string.sub(value, at) ~= outcome) then return 0 end
  local row = ended .. ' ' .. token .. ' 0 0 ' .. print .. ' -\n' .. outcome
  redis.call('SET', key, row, 'PX', ttl)
  return 1
end

local answers = {}
for i = 1, #KEYS do
  local at = 4 * i
  answers[i] = settle(KEYS[i], ARGV[at - 3], ARGV[at - 2], ARGV[at - 1], ARGV[at])
end
return answers
